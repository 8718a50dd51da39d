"""Writing CSV as each system does, and remembering which row shows which dirt."""

import os


class Table:
    """Rows of one CSV file with the habits of the program that exported it."""

    def __init__(self, name, header, line_end="\r\n", encoding="utf-8", quote_all=False, title=None):
        self.name, self.header, self.line_end, self.encoding = name, header, line_end, encoding
        self.quote_all, self.title, self.rows = quote_all, title, []

    def add(self, row, dirt=None):
        """A row as a dictionary by header, or as a list where it breaks the header's shape; `dirt` says what is wrong."""
        self.rows.append((row, dirt))

    def text(self):
        lines = [] if self.title is None else [self.title + "," * (len(self.header) - 1)]
        lines.append(self.line(self.header))
        for row, _ in self.rows:
            lines.append(self.line(row if isinstance(row, list) else [row.get(name, "") for name in self.header]))
        return self.line_end.join(lines) + self.line_end

    def line(self, cells):
        return ",".join(self.cell(cell) for cell in cells)

    def cell(self, text):
        if self.quote_all or any(sign in text for sign in ',"\n\r'):
            return '"' + text.replace('"', '""') + '"'
        return text

    def write(self, folder):
        with open(os.path.join(folder, self.name), "wb") as file:
            file.write(self.text().encode(self.encoding))

    def dirt(self):
        """(file, first line of the row, what is wrong with it), for each row that has something wrong."""
        line = 2 if self.title is None else 3
        for row, dirt in self.rows:
            if dirt:
                yield self.name, line, dirt
            cells = row if isinstance(row, list) else row.values()
            line += 1 + sum(cell.count("\n") for cell in cells)
