/** Columns of numbers that grow by doubling. Reading past `length` is a bug of the caller. */
export class Int32Column {
  values = new Int32Array(64);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }
  grow(): void {
    const wider = new Int32Array(this.values.length * 2);
    wider.set(this.values);
    this.values = wider;
  }
}

export class Float64Column {
  values = new Float64Array(64);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }
  grow(): void {
    const wider = new Float64Array(this.values.length * 2);
    wider.set(this.values);
    this.values = wider;
  }
}

export class Uint8Column {
  values = new Uint8Array(64);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }
  grow(): void {
    const wider = new Uint8Array(this.values.length * 2);
    wider.set(this.values);
    this.values = wider;
  }
}
