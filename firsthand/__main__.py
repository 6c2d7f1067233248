"""``python -m firsthand`` is the command ``firsthand``."""

from firsthand.cli import main

if __name__ == "__main__":
    main()
