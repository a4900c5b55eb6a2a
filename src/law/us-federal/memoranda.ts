/** What memoranda of the Office of Management and Budget ask for: catalog/reference/memoranda.json. */
export interface Memoranda {
  readonly highImpact: HighImpact;
  readonly languageModels: LanguageModels;
}

interface Memorandum {
  readonly memorandum: string;
  readonly title: string;
  readonly issuedOn: string;
}

export interface HighImpact extends Memorandum {
  /** Day from which the practices are in place, or the use ends. */
  readonly practicesFrom: string;
  /** Where the memorandum lists them. */
  readonly section: string;
  readonly practices: readonly MinimumPractice[];
}

export interface MinimumPractice {
  /** As a waiver names it. */
  readonly id: string;
  readonly point: string;
  readonly name: string;
  /** JSON pointers of the records of practices behind it. */
  readonly fields: readonly string[];
  /** JSON pointer of how people oversee the system. */
  readonly mode?: string;
}

export interface LanguageModels extends Memorandum {
  readonly policiesBy: string;
  /** Last day, unless it is extended. */
  readonly endsOn: string;
  /** Pattern of words by which the technique of a model is known as a language model. */
  readonly words: string;
  /** Pattern of words by which it is known as none, whatever else it says. */
  readonly not: string;
  /** Pattern of words in a technique or name that leave it open. */
  readonly perhaps: string;
  readonly items: readonly PurchaseItem[];
}

/** Something that an agency asks of the vendor of a language model, and where a descriptor may show it. */
export interface PurchaseItem {
  readonly id: string;
  readonly name: string;
  /** Words in the titles of evidence records or the names of documents. */
  readonly words?: string;
  /** Field of a model. */
  readonly model?: "cardUri";
  /** Kinds of evidence records. */
  readonly evidence?: readonly string[];
  /** Audience whose documents count. */
  readonly audience?: string;
  /** JSON pointer of the record of a practice. */
  readonly practice?: string;
}
