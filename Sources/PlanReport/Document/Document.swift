/// A report as a value, before it is text.
///
/// Builders make it from an answer; back ends turn it into Markdown, terminal text and more, and never look behind it.
package struct Document: Sendable, Equatable {
  package var title: Prose
  /// What stands above the first section: as of when, how sure.
  package var lead: [Block]
  package var sections: [Section]
  /// What it speaks of, for forms in which readers can choose; each label once.
  package var topics: [Topic] = []
  /// Whether it is meant to be one sheet of paper, and is set closer for that.
  package var isOnePage = false

  package init(title: Prose, lead: [Block] = [], sections: [Section] = []) {
    self.title = title
    self.lead = lead
    self.sections = sections
  }
}

/// A part of a report with a heading of its own.
///
/// Never empty.
package struct Section: Sendable, Equatable {
  /// What it is about, in one word of small letters and `_`, the same in every run and no two alike in a document: anchors, filters
  /// and `report` blocks know it by this.
  ///
  /// Empty where nobody refers to it.
  package var id: String
  package var title: Prose
  package var blocks: [Block]

  package init(id: String = "", title: Prose, blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

package enum Block: Sendable, Equatable {
  /// A heading inside a section.
  case heading(Prose)
  case paragraph(Prose)
  case list([Prose])
  case table(Table)
  /// Something that must not be overlooked.
  case callout(Prose)
  /// Lines of a plan or of a command, kept as they are.
  case code([String])
  /// Drawn where the form can; elsewhere what it says in words.
  case picture(Picture)
}

/// Rows of cells, as many in each row as there are columns.
package struct Table: Sendable, Equatable {
  package var columns: [Column]
  package var rows: [[Prose]]

  package init(columns: [Column], rows: [[Prose]]) {
    self.columns = columns
    self.rows = rows
  }

  package struct Column: Sendable, Equatable {
    package var title: Prose
    package var alignment: Alignment

    package init(_ title: Prose, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  package enum Alignment: Sendable {
    case leading
    /// For figures.
    case trailing
  }

  /// Without the columns in which no row says anything.
  package var compacted: Table {
    let kept = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    return Table(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
