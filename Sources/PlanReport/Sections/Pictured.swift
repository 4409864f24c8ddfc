// Sections that are a picture: in forms without pictures they are the figures behind it, or nothing where another section has
// them.

/// When everything runs; `nil` where nothing is scheduled.
func timelineSection(_ reading: Reading) -> Section? {
  let pictures = timelinePictures(reading)
  return pictures.isEmpty ? nil : Section(title: "Timeline", blocks: pictures.map { .picture($0) })
}

/// What waits for what; `nil` where nothing does.
func mapSection(_ reading: Reading) -> Section? {
  mapPicture(reading).map { Section(title: "What waits for what", blocks: [.picture($0)]) }
}

/// What matters and what presses; `nil` without money.
func impactSection(_ reading: Reading) -> Section? {
  impactPicture(reading).map {
    Section(title: "What matters and what presses", blocks: [.picture($0)])
  }
}

/// What kinds of work the effort goes to; `nil` where there is one kind.
func kindsSection(_ reading: Reading) -> Section? {
  kindsPicture(reading).map { Section(title: "Where the effort goes", blocks: [.picture($0)]) }
}
