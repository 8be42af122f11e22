// Printing: the whole of what is open, whatever part is in sight, and the list of findings after it.

let isListed = false, isFolded = false;

window.addEventListener("beforeprint", () => {
  isListed = !$("found").hidden;
  isFolded = $("entries").hidden;
  $("found").hidden = !findings.length;
  foldLegend(false);
  for (const node of shown) dress(node);
  canvas.setAttribute("viewBox", `-12 -12 ${size.w + 24} ${size.h + 24}`);
  world.removeAttribute("transform");
  world.classList.remove("far");
});
window.addEventListener("afterprint", () => {
  $("found").hidden = !isListed;
  foldLegend(isFolded);
  canvas.removeAttribute("viewBox");
  look();
});
