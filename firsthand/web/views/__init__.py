"""What pages and REST show: frozen records made from an answer, the same for both, each bounded in size."""
