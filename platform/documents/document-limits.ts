const megabyte = 1024 * 1024;

/** Pictures make an honest file large; its text never is. */
export const maxFileBytes = 50 * megabyte;

/** Bytes of a text file; also the characters of any text after decoding. */
export const maxTextBytes = 20 * megabyte;
