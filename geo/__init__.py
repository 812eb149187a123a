"""Map files of districts and sub-districts, made from a boundary file at build time."""
