"""What happens to a paper between a printer and a scanner, done to pictures of pages.

Lengths are in millimetres, so that a picture of any resolution wears alike.
"""

import io
from dataclasses import dataclass, replace
from random import Random

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageDraw, ImageFilter

MM_PER_INCH = 25.4
WHITE = 255


@dataclass(frozen=True)
class Scan:
    """A picture of a page in greys.

    Attributes:
        x_mm, y_mm, side_mm: Where the code stands, from the upper left corner.
    """

    image: Image.Image
    dpi: int
    x_mm: float
    y_mm: float
    side_mm: float

    def px(self, mm: float) -> int:
        return round(mm * self.dpi / MM_PER_INCH)

    def place(self, across: float, down: float) -> tuple[int, int]:
        """A place in the code in pixels; 0 is its upper left corner and 1 the other end."""
        return (
            self.px(self.x_mm + across * self.side_mm),
            self.px(self.y_mm + down * self.side_mm),
        )


def scanned(pdf: bytes, dpi: int, page: int = 0) -> Image.Image:
    """A page of a file as a scanner of so many dots an inch would see it."""
    drawn = pdfium.PdfDocument(pdf)[page].render(scale=dpi / 72, grayscale=True).to_pil()
    image = io.BytesIO()
    drawn.save(image, "PNG")
    return Image.open(image).convert("L")


def rotated(scan: Scan, degrees: float) -> Image.Image:
    return scan.image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def blurred(scan: Scan, radius_mm: float = 0.25) -> Image.Image:
    """Out of focus, or copied."""
    return scan.image.filter(ImageFilter.GaussianBlur(scan.px(radius_mm * 10) / 10))


def folded(scan: Scan, grey: int, down: float, wide_mm: float = 0.5) -> Image.Image:
    """Creased across the code, and lying a little askew below the crease.

    Args:
        scan: The page.
        grey: Of the crease: toner cracks and lets white through, dirt makes it dark.
        down: Where the crease lies, see ``Scan.place``.
        wide_mm: Of the crease.
    """
    image = scan.image.copy()
    width, height = image.size
    _, y = scan.place(0, down)
    shift, less = scan.px(0.3), scan.px(0.9)
    lower = image.crop((0, y, width, height))
    corners = (-shift, 0, -shift - less, height - y, width + less, height - y + less, width, 0)
    askew = lower.transform(
        lower.size,
        Image.Transform.QUAD,
        corners,
        Image.Resampling.BICUBIC,
        fillcolor=WHITE,
    )
    image.paste(askew, (0, y))
    ImageDraw.Draw(image).line((0, y, width, y), fill=grey, width=max(1, scan.px(wide_mm)))
    return image.filter(ImageFilter.GaussianBlur(scan.px(1) / 10))


def ringed(scan: Scan, chance: Random, grey: int = 205) -> Image.Image:
    """A cup stood on the code; coffee lets the print through."""
    stain = Image.new("L", scan.image.size, WHITE)
    x, y = scan.place(chance.uniform(0.2, 0.8), chance.uniform(0.2, 0.8))
    radius = scan.px(chance.uniform(8, 20))
    box = (x - radius, y - radius, x + radius, y + radius)
    ImageDraw.Draw(stain).ellipse(box, outline=grey, width=scan.px(chance.uniform(2, 4)))
    soft = stain.filter(ImageFilter.GaussianBlur(scan.px(0.4)))
    return ImageChops.multiply(scan.image, soft)


def blotted(scan: Scan, radius_mm: float, across: float = 0.62, down: float = 0.58) -> Image.Image:
    """Ink that lets nothing through, where no corner mark of the code stands."""
    image = scan.image.copy()
    x, y = scan.place(across, down)
    radius = scan.px(radius_mm)
    ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), fill=20)
    return image


def faint(
    scan: Scan, chance: Random, dark: int = 100, light: int = 170, grain: float = 0.03
) -> Image.Image:
    """Copied grey in grey, with some of the grain of a bad copy."""
    pale = scan.image.point([dark + (light - dark) * value // WHITE for value in range(256)])
    noise = Image.frombytes("L", pale.size, chance.randbytes(pale.size[0] * pale.size[1]))
    return Image.blend(pale, noise, grain)


def worn_a_little(scan: Scan, chance: Random) -> Image.Image:
    """Stained, copied, out of focus and askew, each as much as on most papers."""
    image = ringed(scan, chance)
    image = faint(replace(scan, image=image), chance, 50, 220)
    image = blurred(replace(scan, image=image), 0.12)
    return rotated(replace(scan, image=image), chance.uniform(-4, 4))
