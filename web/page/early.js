// What takes longest is begun first, before the modules are here: the program's compilation, and the drawing process
// with its canvas at its size and its one program. main.js waits for what it finds in `mingbaiEarly`.
//
// A classic script on purpose: it runs as soon as it is read. Nothing is asked of the drawing process
// (docs/decisions/0014-the-renderer-asks-nothing.md); whether there is WebGL 2 at all main.js finds out.
(() => {
  const root = document.documentElement, canvas = document.getElementById("canvas");

  // `view` is no array: one value for all, which takes the place of a uniform and needs no asking for its place.
  const CORNERS = `#version 300 es
precision highp float;
layout (location = 0) in vec2 place;
layout (location = 1) in vec2 texture_place;
layout (location = 2) in vec4 colour;
layout (location = 3) in vec4 view;
out vec2 where;
out vec4 ink;
void main() {
  where = texture_place;
  ink = colour;
  gl_Position = vec4(place * view.xy + view.zw, 0, 1);
}`;
  const PIXELS = `#version 300 es
precision mediump float;
uniform sampler2D pixels;
in vec2 where;
in vec4 ink;
layout (location = 0) out vec4 painted;
void main() { painted = ink * texture(pixels, where); }`;

  // To ask a document for its width lays it out: asked when it may have changed, not for every picture.
  let measures = null, changed = () => {};
  const measure = () => ({ density: window.devicePixelRatio || 1, width: root.clientWidth, height: window.innerHeight });
  const forget = () => { measures = null; changed(); };
  addEventListener("resize", forget);
  new ResizeObserver(([{ contentRect }]) => { if (measures && contentRect.width !== measures.width) forget(); }).observe(root);

  function fitCanvas() {
    const { density, width, height } = (measures ??= measure());
    const wide = Math.round(width * density), high = Math.round(height * density);
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
      canvas.style.width = width + "px";
      canvas.style.height = height + "px";
    }
    return measures;
  }

  function makeProgram() {
    const gl = canvas.getContext("webgl2", { alpha: false, depth: false, stencil: false, antialias: false, preserveDrawingBuffer: true, powerPreference: "low-power" });
    if (!gl) return null;
    const program = gl.createProgram();
    for (const [kind, text] of [[gl.VERTEX_SHADER, CORNERS], [gl.FRAGMENT_SHADER, PIXELS]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.flush();
    return program;
  }

  const early = (window.mingbaiEarly = { fitCanvas, onResize(told) { changed = told; }, makeProgram, module: null, program: null });
  try {
    early.module = WebAssembly.compileStreaming(fetch("mingbai-page.wasm"));
    early.module.catch(() => {});
  } catch { /* no WebAssembly: main.js says so */ }
  fitCanvas();
  early.program = makeProgram();
})();
