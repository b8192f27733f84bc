/**
 * Where a row of a roster stands, in one number: the line, and beside it which of several people on the line, and which
 * of several files. The first row of a line in the first file has the line's own number.
 */
const lines = 2 ** 32;
const rows = 256;

export const placeOf = (line: number, row = 0, file = 0): number => line + lines * (row + rows * file);

/** The line in its file, counted from 1. */
export const lineOf = (place: number): number => place % lines;

/** Which of the files, counted from 0. */
export const fileOf = (place: number): number => Math.floor(place / (lines * rows));

/** SQL for the line of a place. */
export const lineSql = (place: string): string => `(${place} % ${lines})`;
