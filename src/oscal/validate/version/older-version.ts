/** Properties by the definition of their owner. */
export type PropertiesOf = Readonly<Record<string, readonly string[]>>;

/**
 * What a version of OSCAL, and each before it, differs in from later ones. The models are compared, not the constraints: no metaschema
 * of an older version is at hand.
 */
export interface OlderVersion {
  readonly version: string;
  /** A later version that does not differ so. */
  readonly next: string;
  /** Whether that version came right after this one, so that the difference came with it. */
  readonly isNext: boolean;
  /** Root models that it does not have. */
  readonly models: readonly string[];
  /** Properties that it does not have. */
  readonly lacks: PropertiesOf;
  /** Properties that it requires, and the next one does not. */
  readonly requires: PropertiesOf;
  /** Properties whose text need not have the form that the next one asks for. */
  readonly otherForms: PropertiesOf;
}
