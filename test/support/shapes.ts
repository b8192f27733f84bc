/**
 * The shape of a JSON value: what scripts rely on. A word for what is no list and no object; a list by what is in it,
 * an object by its keys, with a question mark behind those that are not always there; several of these where it varies.
 */
export type Shape = string | { list: Shape } | { keys: Readonly<Record<string, Shape>> } | { oneOf: readonly Shape[] };

export function shapeOf(value: unknown): Shape {
  if (value === null) return 'null';
  if (Array.isArray(value)) return { list: value.map(shapeOf).reduce(either, 'nothing') };
  if (typeof value === 'object') {
    return { keys: sorted(Object.entries(value as object).map(([key, one]) => [key, shapeOf(one)])) };
  }
  if (typeof value !== 'string') return typeof value;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return 'day';
  return /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? 'instant' : 'string';
}

/** The shape of what has one shape or the other. */
export function either(one: Shape, other: Shape): Shape {
  const shapes: Shape[] = [];
  for (const shape of [one, other].flatMap((both) => (isChoice(both) ? both.oneOf : [both]))) {
    const at = shapes.findIndex((known) => kindOf(known) === kindOf(shape));
    const known = shapes[at];
    if (known !== undefined) shapes[at] = merged(known, shape);
    else if (shape !== 'nothing') shapes.push(shape);
  }
  const [first = 'nothing', ...rest] = shapes.sort((a, b) => (kindOf(a) < kindOf(b) ? -1 : 1));
  return rest.length === 0 ? first : { oneOf: [first, ...rest] };
}

const isChoice = (shape: Shape) => typeof shape === 'object' && 'oneOf' in shape;
const kindOf = (shape: Shape): string => (typeof shape === 'string' ? shape : (Object.keys(shape)[0] ?? ''));

function merged(one: Shape, other: Shape): Shape {
  if (typeof one === 'string' || typeof other === 'string') return one;
  if ('list' in one && 'list' in other) return { list: either(one.list, other.list) };
  if (!('keys' in one && 'keys' in other)) return one;
  const plain = ({ keys }: { keys: Readonly<Record<string, Shape>> }) =>
    new Map(
      Object.entries(keys).map(([key, shape]) => [key.replace(/\?$/, ''), { shape, always: !key.endsWith('?') }]),
    );
  const [left, right] = [plain(one), plain(other)];
  return {
    keys: sorted(
      [...new Set([...left.keys(), ...right.keys()])].map((key) => {
        const [a, b] = [left.get(key), right.get(key)];
        const always = a?.always && b?.always;
        return [always ? key : `${key}?`, either(a?.shape ?? 'nothing', b?.shape ?? 'nothing')];
      }),
    ),
  };
}

const sorted = (entries: [string, Shape][]) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

/** Written for people who compare two versions: `day | null`, `[…]` for a list, a line for each key. */
export function writtenShape(shape: Shape): unknown {
  if (typeof shape === 'string') return shape;
  if ('list' in shape) return [writtenShape(shape.list)];
  if ('keys' in shape)
    return Object.fromEntries(Object.entries(shape.keys).map(([key, one]) => [key, writtenShape(one)]));
  const simple = shape.oneOf.filter((one) => typeof one === 'string').join(' | ');
  const others = shape.oneOf.filter((one) => typeof one !== 'string').map(writtenShape);
  return others.length === 0 ? simple : { 'one of': [...(simple ? [simple] : []), ...others] };
}
