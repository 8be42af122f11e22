// Printing: the whole of what is open, whatever part is in sight.

window.addEventListener("beforeprint", () => {
  for (const node of shown) dress(node);
  canvas.setAttribute("viewBox", `-12 -12 ${size.w + 24} ${size.h + 24}`);
  world.removeAttribute("transform");
  world.classList.remove("far");
});
window.addEventListener("afterprint", () => {
  canvas.removeAttribute("viewBox");
  look();
});
