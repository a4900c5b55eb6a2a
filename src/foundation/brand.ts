declare const brand: unique symbol;

/**
 * A text or number with one meaning: a value of another brand is not assignable to it, so a control's id cannot stand where its
 * reference is meant. A plain value is, since ids come out of documents that are read as text (docs/adr/0012).
 */
export type Branded<Base, Name extends string> = Base & { readonly [brand]?: Name };
