// How a front end calls the classes of its components' parts.

/** The class of a part, say `prompt` or `button`: the sidebar shares its page, so that its classes have a prefix. */
export type ClassOf = (part: string) => string;
