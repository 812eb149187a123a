"""Readers of what officers send; they read and never repair."""
