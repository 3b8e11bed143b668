"""Line and bar charts as SVG, drawn without any library."""

COLOURS = ["#2563eb", "#dc2626", "#16a34a", "#9333ea", "#ea580c"]
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 560, 300, 64, 16, 40, 64


def _scale(top):
    """A round number at or above `top`, and the step of the grid below it."""
    step = 10.0 ** -3
    while True:
        for factor in (1, 2, 5):
            if step * factor * 5 >= top:
                return step * factor * 5, step * factor
        step *= 10


def _number(value):
    return f"{value:.10g}"


def _text(x, y, words, anchor="middle", size=12, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
            f'font-weight="{weight}">{words}</text>')


def _frame(title, unit, top, step):
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" fill="#1f2937">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 22, f"{title}, {unit}", "start", 14, "bold"),
    ]
    value = 0.0
    while value <= top + step / 2:
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e5e7eb"/>')
        parts.append(_text(LEFT - 8, y + 4, _number(value), "end"))
        value += step
    return parts


def lines(path, title, unit, points, series, axis):
    """A chart of several series over named points, evenly spaced; `series` has a list of values for each name."""
    top, step = _scale(max(max(values) for values in series.values()))
    parts = _frame(title, unit, top, step)
    between = (WIDTH - LEFT - RIGHT) / len(points)
    xs = [LEFT + between * (index + 0.5) for index in range(len(points))]
    for x, name in zip(xs, points):
        parts.append(_text(x, HEIGHT - BOTTOM + 18, name))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 36, axis))
    legend = LEFT
    for colour, (name, values) in zip(COLOURS, series.items()):
        ys = [HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top for value in values]
        path_ = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, ys))
        parts.append(f'<path d="{path_}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for x, y, value in zip(xs, ys, values):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')
            parts.append(_text(x, y - 8, f"{value:.3g}", size=11))
        parts.append(f'<rect x="{legend}" y="{HEIGHT - 16}" width="10" height="10" fill="{colour}"/>')
        parts.append(_text(legend + 14, HEIGHT - 7, name, "start", 11))
        legend += 26 + 6 * len(name)
    _write(path, parts)


def bars(path, title, unit, values):
    """A chart with one horizontal bar a name, its value behind it."""
    height = 44 + 28 * len(values)
    top = max(values.values())
    left = 190
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" fill="#1f2937">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(12, 22, f"{title}, {unit}", "start", 14, "bold"),
    ]
    for index, (name, value) in enumerate(values.items()):
        y = 36 + 28 * index
        width = (WIDTH - left - 70) * value / top
        colour = COLOURS[0] if name.startswith("codex-hook") else "#9ca3af"
        parts.append(_text(left - 8, y + 15, name, "end"))
        parts.append(f'<rect x="{left}" y="{y}" width="{width:.1f}" height="20" fill="{colour}"/>')
        parts.append(_text(left + width + 6, y + 15, f"{value:.3g}", "start"))
    _write(path, parts)


def _write(path, parts):
    with open(path, "w") as out:
        out.write("\n".join(parts + ["</svg>"]) + "\n")
