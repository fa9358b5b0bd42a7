"""Evaluation: the filters run over sets with gold, their scores beside simple baselines, and floors that hold them."""
