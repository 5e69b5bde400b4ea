"""The prerequisites drawn: geometry in layers, as SVG, as Mermaid and DOT text, and as a tree in the terminal."""
