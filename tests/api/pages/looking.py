"""What a page is like to whoever looks at it: measured where the browser laid it out."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

CONTRAST = 4.5  # WCAG 2.2, 1.4.3, AA
TAP = 44  # pixels: a thumb
LEAST_TAP = 24  # pixels: WCAG 2.2, 2.5.8, AA

MEASURE = """
() => {
  const seen = element => element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true});
  const rgba = said => {
    const [r, g, b, a = 1] = said.match(/[0-9.]+/g).map(Number);
    return {r, g, b, a};
  };
  const light = ({r, g, b}) => {
    const [red, green, blue] = [r, g, b].map(one => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour.a > 0) return colour;
    }
    return rgba("rgb(255, 255, 255)");
  };
  const contrast = element => {
    const both = [rgba(getComputedStyle(element).color), behind(element)].map(light);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style") || !seen(element)) continue;
    if (getComputedStyle(element).clipPath === "inset(50%)") continue;  // heard, not seen
    const range = document.createRange();
    range.selectNodeContents(node);
    const scrolled = element.closest(".scroll")?.getBoundingClientRect();  // a wide table is
    const text = range.getBoundingClientRect();
    const left = Math.max(text.left, scrolled?.left ?? text.left);
    const right = Math.min(text.right, scrolled?.right ?? text.right);
    if (right <= 0) continue;  // put out of sight, such as a link that appears on focus
    texts.push({text: node.data.trim(), left, right, contrast: contrast(element)});
  }
  const inText = element => element.matches("p a, td a") && !element.matches("[class]");
  const pressed = [...document.querySelectorAll("a[href], button, input, summary")]
    .filter(one => seen(one) && one.type !== "hidden" && !inText(one))
    .map(one => one.matches("[type=radio], [type=checkbox]") && one.closest("label") || one)
    .map(one => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
    .filter(([_, box]) => box.right > 0)
    .map(([name, box]) => ({name, size: Math.min(box.width, box.height)}));
  return {
    title: document.title,
    language: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    width: document.documentElement.scrollWidth,
    seen: innerWidth,
    texts,
    pressed,
  };
}
"""


@dataclass(frozen=True)
class Look:
    """A page as it lies on the screen."""

    title: str
    language: str
    headings: int
    width: float
    seen: float
    texts: list[dict[str, Any]] = field(repr=False)
    pressed: list[dict[str, Any]] = field(repr=False)

    def faults(self, *, language: str, tap: int = TAP) -> list[str]:
        """What is wrong with it, in words; empty: nothing."""
        wrong = [
            ("it has no title", not self.title.strip()),
            (f"its language is {self.language!r}", self.language != language),
            (f"it has {self.headings} main headings", self.headings != 1),
            (f"it is {self.width} pixels wide on {self.seen}", self.width > self.seen),
            ("it says nothing", not self.texts),
        ]
        return [fault for fault, there in wrong if there] + [*self._hard_to_use(tap)]

    def _hard_to_use(self, tap: int) -> list[str]:
        cut = [one for one in self.texts if one["left"] < 0 or one["right"] > self.seen + 0.5]
        faint = [one for one in self.texts if one["contrast"] < CONTRAST]
        small = [one for one in self.pressed if one["size"] < tap]
        return [
            *(f"cut off: {one['text']}" for one in cut),
            *(f"contrast of {one['contrast']:.2f}: {one['text']}" for one in faint),
            *(f"{one['size']:.0f} pixels to press: {one['name']}" for one in small),
        ]


def look_at(page: Page) -> Look:
    return Look(**page.evaluate(MEASURE))
