// Looking: pan and zoom.

const view = { x: 0, y: 0, scale: 1 };

function look() {
  world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  world.classList.toggle("far", isFar());
  refresh();
}

let waits = false;

/** Draws what has come into sight, before the next picture. */
function refresh() {
  if (!waits) requestAnimationFrame(drawInSight);
  waits = true;
}

function drawInSight() {
  waits = false;
  if (isFar()) {
    if (farIsStale) drawFar();
    return;
  }
  const room = canvas.getBoundingClientRect();
  const left = -view.x / view.scale - W, right = (room.width - view.x) / view.scale;
  const upper = -view.y / view.scale - H, lower = (room.height - view.y) / view.scale;
  for (const node of shown) {
    if (!node.isDressed && node.x > left && node.x < right && node.y > upper && node.y < lower) dress(node);
  }
}

function zoom(factor, x, y) {
  const room = canvas.getBoundingClientRect();
  const [cx, cy] = [x ?? room.width / 2, y ?? room.height / 2];
  const scale = Math.min(3, Math.max(Math.min(0.02, fitting()), view.scale * factor));
  view.x = cx - ((cx - view.x) * scale) / view.scale;
  view.y = cy - ((cy - view.y) * scale) / view.scale;
  view.scale = scale;
  look();
}

const margins = () => ({ side: 24, top: 24, foot: 24 + $("legend").offsetHeight + 12 });

function fitting() {
  const room = canvas.getBoundingClientRect(), { side, top, foot } = margins();
  return Math.min(1.2, (room.width - 2 * side) / size.w, (room.height - top - foot) / size.h) || 1;
}

function fit() {
  const room = canvas.getBoundingClientRect(), { top, foot } = margins();
  view.scale = Math.max(0.005, fitting());
  view.x = (room.width - size.w * view.scale) / 2;
  view.y = top + Math.max(0, (room.height - top - foot - size.h * view.scale) / 2);
  look();
}

/** The whole where it can be read, else the top of it. */
function fitReadably() {
  fit();
  if (view.scale >= 0.45 || !shown.length) return;
  const room = canvas.getBoundingClientRect();
  view.scale = 0.8;
  view.x = room.width / 2 - (shown[0].x + W / 2) * view.scale;
  view.y = 24 - shown[0].y * view.scale;
  look();
}

/** Brings a card into sight, nearer where it is too small to be read. */
function show(node, near) {
  const room = canvas.getBoundingClientRect();
  if (near && view.scale < 0.6) view.scale = 0.8;
  const x = view.x + node.x * view.scale, y = view.y + node.y * view.scale;
  const wide = W * view.scale, high = H * view.scale;
  const inside = x > 8 && y > 8 && x + wide < room.width - 8 && y + high < room.height - margins().foot;
  if (near || !inside) {
    view.x = (room.width - wide) / 2 - node.x * view.scale;
    view.y = (room.height - high) / 2 - node.y * view.scale;
  }
  look();
}

const fingers = new Map();
let moved = false;

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const room = canvas.getBoundingClientRect();
  const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
  zoom(Math.exp(-Math.max(-200, Math.min(200, step)) / 400), event.clientX - room.left, event.clientY - room.top);
}, { passive: false });
canvas.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  if (!fingers.size) moved = false;
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
canvas.addEventListener("pointermove", (event) => {
  const last = fingers.get(event.pointerId);
  if (!last) return;
  const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
  if (!moved && Math.hypot(dx, dy) < 4) return;
  if (!moved) {
    moved = true;
    canvas.classList.add("moving");
    canvas.setPointerCapture(event.pointerId);
  }
  if (fingers.size === 2) {
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const room = canvas.getBoundingClientRect();
    const apart = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
    zoom(apart({ x: event.clientX, y: event.clientY }) / apart(last), other.x - room.left, other.y - room.top);
  } else {
    view.x += dx;
    view.y += dy;
    look();
  }
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, (event) => {
    fingers.delete(event.pointerId);
    canvas.classList.remove("moving");
  });
}
