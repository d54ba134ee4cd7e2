// Makes a PNG file of an SVG document.

const CSS_PIXELS_PER_METRE = 96 / 0.0254;

// `scale` pixels for each CSS pixel; the file says how large it is on paper, so
// that Word and Hangul place it at that size.
export async function png(svg, width, height, scale) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The picture is too large for this browser.');
    return withSize(new Uint8Array(await blob.arrayBuffer()), scale * CSS_PIXELS_PER_METRE);
  } finally {
    URL.revokeObjectURL(address);
  }
}

// Adds the chunk pHYs, pixels per metre, behind the header, which always ends
// at byte 33.
function withSize(bytes, density) {
  const HEADER_END = 33;
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, Math.round(density));
  view.setUint32(12, Math.round(density));
  chunk[16] = 1;
  view.setUint32(17, crc(chunk.subarray(4, 17)));
  const out = new Uint8Array(bytes.length + chunk.length);
  out.set(bytes.subarray(0, HEADER_END));
  out.set(chunk, HEADER_END);
  out.set(bytes.subarray(HEADER_END), HEADER_END + chunk.length);
  return out;
}

// CRC-32 as PNG has it (ISO 3309).
function crc(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
