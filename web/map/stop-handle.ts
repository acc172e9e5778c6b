import { type Map as MapLibreMap, Marker } from 'maplibre-gl';
import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { DragLine } from './tool-marks.ts';

/** The stop point of the unit in question, to be taken hold of. */
export type Holdable = {
  position: Position;
  /** What the crew lays hose to: a line is drawn to it while the stop is moved. */
  door: Position;
  /** What it is and which keys move it, for those who cannot see it. */
  label: string;
  /** In a few words, what moving it to there would mean. */
  describe: (at: Position) => string;
  onDrop: (at: Position) => void;
};

/** Metres per press of an arrow key; with Shift for longer ways. */
const stepMeters = { near: 5, far: 25 };

const directions: Record<string, [east: number, north: number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** A button over the stop sign that a mouse, a finger or the arrow keys can move. */
export class StopHandle {
  readonly #element = document.createElement('button');
  readonly #words = document.createElement('span');
  readonly #marker: Marker;
  readonly #map: MapLibreMap;
  readonly #onMove: (line: DragLine | null) => void;
  #held: Holdable | null = null;

  /** `onMove` hears of every place it is moved over, and null when it rests. */
  constructor(map: MapLibreMap, onMove: (line: DragLine | null) => void) {
    this.#map = map;
    this.#onMove = onMove;
    this.#element.type = 'button';
    this.#element.className = 'stop-handle';
    this.#element.dataset['testid'] = 'stop-handle';
    this.#words.className = 'stop-handle-words';
    this.#words.setAttribute('role', 'status');
    this.#element.append(this.#words);
    this.#marker = new Marker({ element: this.#element, draggable: true });
    this.#marker.on('drag', () => this.#moved());
    this.#marker.on('dragend', () => this.#drop());
    this.#element.addEventListener('keydown', (event) => this.#press(event));
    // Left with the Tab key, it is not left lying about.
    this.#element.addEventListener('blur', () => this.#isMoving() && this.#giveBack());
  }

  /** The stop of another unit or answer; null while there is none. */
  hold(held: Holdable | null): void {
    if (this.#isMoving() && held && isSame(held.position, this.#held?.position)) {
      // The answer was drawn anew while a hand is on it: only the words may have changed.
      this.#held = held;
      return;
    }
    this.#held = held;
    this.#giveBack();
    if (held) {
      this.#marker.addTo(this.#map);
      this.#element.setAttribute('aria-label', held.label);
      this.#element.title = held.label;
    } else this.#marker.remove();
  }

  /** Then the arrow keys move it. */
  focus(): void {
    this.#element.focus();
  }

  #isMoving(): boolean {
    return this.#element.dataset['moving'] === 'true';
  }

  #position(): Position {
    const { lng, lat } = this.#marker.getLngLat();
    return [lng, lat];
  }

  #moved(): void {
    if (!this.#held) return;
    const at = this.#position();
    this.#element.dataset['moving'] = 'true';
    this.#words.textContent = this.#held.describe(at);
    this.#onMove([at, this.#held.door]);
  }

  #drop(): void {
    const held = this.#held;
    const wasMoving = this.#isMoving();
    this.#rest();
    if (held && wasMoving) held.onDrop(this.#position());
  }

  #rest(): void {
    delete this.#element.dataset['moving'];
    this.#words.textContent = '';
    this.#onMove(null);
  }

  #giveBack(): void {
    this.#rest();
    if (this.#held) this.#marker.setLngLat(this.#held.position);
  }

  /** Enter asks, Esc gives back; the map and the screen have keys of the same names. */
  #press(event: KeyboardEvent): void {
    const direction = directions[event.key];
    if (direction) {
      const meters = event.shiftKey ? stepMeters.far : stepMeters.near;
      const [lon, lat] = this.#position();
      const scale = localScale(lat);
      this.#marker.setLngLat([
        lon + (direction[0] * meters) / scale.x,
        lat + (direction[1] * meters) / scale.y,
      ]);
      this.#moved();
    } else if (event.key === 'Enter') this.#drop();
    else if (event.key === 'Escape' && this.#isMoving()) this.#giveBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function isSame(a: Position, b: Position | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}
