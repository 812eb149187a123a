"""Facts of the screen, seen in a real browser; a package, so that its tests share one browser."""
