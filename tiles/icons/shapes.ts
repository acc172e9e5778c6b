/** Signed distance in pixels from a point to a shape's edge: negative inside. The origin is the icon's centre. */
export type Shape = (x: number, y: number) => number;

export function circle(radius: number): Shape {
  return (x, y) => Math.hypot(x, y) - radius;
}

/** A square of half side `half` with rounded corners. */
export function square(half: number, corner: number): Shape {
  return box(half, half, corner);
}

export function box(halfWidth: number, halfHeight: number, corner = 0): Shape {
  return (x, y) => {
    const dx = Math.abs(x) - halfWidth + corner;
    const dy = Math.abs(y) - halfHeight + corner;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };
}

export function rotate(shape: Shape, degrees: number): Shape {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  return (x, y) => shape(x * cos + y * sin, y * cos - x * sin);
}

export function move(shape: Shape, right: number, down: number): Shape {
  return (x, y) => shape(x - right, y - down);
}

export function union(...shapes: Shape[]): Shape {
  return (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));
}

/** The part of a shape within `thickness` inside its edge. */
export function ring(shape: Shape, thickness: number): Shape {
  return (x, y) => {
    const distance = shape(x, y);
    return Math.max(distance, -distance - thickness);
  };
}

export function grow(shape: Shape, by: number): Shape {
  return (x, y) => shape(x, y) - by;
}

export function intersect(a: Shape, b: Shape): Shape {
  return (x, y) => Math.max(a(x, y), b(x, y));
}

/** Everything below the line through the apex at `top` with sides falling at 45°: a roof. */
export function wedge(top: number): Shape {
  return (x, y) => (Math.abs(x) - (y - top)) * Math.SQRT1_2;
}
