package import PlanSyntax

// What can be wrong with a plan whose syntax is right. Values and their units (E03xx) stand with the evaluator.
extension DiagnosticCode {
  // E02xx names
  package static let duplicateName = DiagnosticCode("E0201")
  package static let unknownName = DiagnosticCode("E0202")
  package static let wrongKind = DiagnosticCode("E0203")
  package static let ambiguousName = DiagnosticCode("E0204")
  package static let nameForm = DiagnosticCode("E0205")
  package static let cyclicBinding = DiagnosticCode("E0206")

  // E04xx declarations and properties
  package static let languageMissing = DiagnosticCode("E0401")
  package static let languageMisplaced = DiagnosticCode("E0402")
  package static let languageUnsupported = DiagnosticCode("E0403")
  package static let secondPlan = DiagnosticCode("E0404")
  package static let startMissing = DiagnosticCode("E0405")
  package static let unknownProperty = DiagnosticCode("E0410")
  package static let unknownBlock = DiagnosticCode("E0411")
  package static let misplacedBlock = DiagnosticCode("E0412")
  package static let repeatedProperty = DiagnosticCode("E0413")
  package static let malformedProperty = DiagnosticCode("E0414")
  package static let nameMissing = DiagnosticCode("E0415")
  package static let headerValue = DiagnosticCode("E0416")
  package static let propertyMissing = DiagnosticCode("E0417")
  package static let effortTwice = DiagnosticCode("E0418")
  package static let outOfBounds = DiagnosticCode("E0419")
  package static let notForProgress = DiagnosticCode("E0421")
  package static let misplacedChange = DiagnosticCode("E0422")
  package static let notYet = DiagnosticCode("E0490")

  // E05xx the plan as a whole
  package static let precedenceCycle = DiagnosticCode("E0501")
  package static let outsidePlan = DiagnosticCode("E0502")
  package static let endBeforeStart = DiagnosticCode("E0503")
  package static let tooFewPeople = DiagnosticCode("E0504")
  package static let skillTooLarge = DiagnosticCode("E0505")
  package static let skillOfOtherTeam = DiagnosticCode("E0506")
  package static let horizonsOverlap = DiagnosticCode("E0507")
  package static let notYetHappened = DiagnosticCode("E0508")
  package static let fallbackNotAwaited = DiagnosticCode("E0509")
  package static let withoutCostOfDelay = DiagnosticCode("E0510")
  package static let startsTwice = DiagnosticCode("E0511")
  package static let endsTwice = DiagnosticCode("E0521")
  package static let tooFewFree = DiagnosticCode("E0522")
  package static let valuedTwice = DiagnosticCode("E0523")
  package static let adoptionWithoutRamp = DiagnosticCode("E0524")
  package static let chosenAndRejected = DiagnosticCode("E0525")
  package static let choiceWithoutOptions = DiagnosticCode("E0526")
  package static let optionWithoutCost = DiagnosticCode("E0527")
  package static let exchangeName = DiagnosticCode("E0528")
  package static let exchangeOfOwn = DiagnosticCode("E0529")
  package static let beyondHeadcount = DiagnosticCode("E0546")
  package static let leak = DiagnosticCode("E0560")
  package static let failedCheck = DiagnosticCode("E0590")

  // E09xx limits
  package static let tooManyDeclarations = DiagnosticCode("E0920")
  package static let tooLong = DiagnosticCode("E0921")

  // W05xx lints
  package static let pointEstimate = DiagnosticCode("W0501")
  package static let progressIgnored = DiagnosticCode("W0502")
  package static let debtPaidTwice = DiagnosticCode("W0503")

  /// Every code of this catalogue that reading a plan may give; a test has a case for each.
  package static let ofThePlan: [DiagnosticCode] = [
    duplicateName, unknownName, wrongKind, ambiguousName, nameForm, cyclicBinding,
    languageMissing, languageMisplaced, languageUnsupported, secondPlan, startMissing,
    unknownProperty, unknownBlock, misplacedBlock, repeatedProperty, malformedProperty,
    nameMissing, headerValue, propertyMissing, effortTwice, outOfBounds,
    notForProgress, misplacedChange, notYet, precedenceCycle, outsidePlan, endBeforeStart,
    tooFewPeople, skillTooLarge, skillOfOtherTeam, horizonsOverlap, notYetHappened,
    fallbackNotAwaited, withoutCostOfDelay, startsTwice, endsTwice, tooFewFree, valuedTwice,
    adoptionWithoutRamp,
    chosenAndRejected, choiceWithoutOptions, optionWithoutCost, exchangeName, exchangeOfOwn, leak,
    beyondHeadcount,
    tooManyDeclarations,
    tooLong,
    pointEstimate, progressIgnored, debtPaidTwice,
  ]
}
