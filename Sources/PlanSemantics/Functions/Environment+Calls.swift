import PlanModel
import PlanSyntax

extension Environment {
  /// The value of a call: a function of the language, of the plan or of the library.
  mutating func call<Names: NameResolver>(
    _ call: CallSyntax, hint: ValueType?, _ names: inout Names
  ) -> Value {
    guard case .name(let word) = call.callee else {
      if case .missing = call.callee { return .poison }
      report(.notCallable(call.callee))
      return .poison
    }
    if let builtIn = BuiltIn.named(word.text) { return self.call(builtIn, call, &names) }
    switch names.function(named: word.text) {
    case .function(let function): return self.call(function, call, hint: hint, &names)
    case .cyclic: return .poison
    case .unknown:
      let known = BuiltIn.table.map(\.name) + names.functionNames
      report(.unknownFunction(word, among: known))
      return .poison
    }
  }

  private mutating func call<Names: NameResolver>(
    _ function: FunctionDeclaration, _ call: CallSyntax, hint: ValueType?, _ names: inout Names
  ) -> Value {
    guard call.arguments.count == function.parameters.count else {
      report(.argumentCount(function, count: call.arguments.count, at: call.span))
      return .poison
    }
    var arguments: [Value] = []
    for argument in call.arguments { arguments.append(value(of: argument, hint: nil, &names)) }
    if arguments.contains(.poison) { return .poison }
    var inner = names.inside(Locals(function, arguments))
    calls.append(call.span)
    defer { calls.removeLast() }
    return value(of: function.body, hint: hint, &inner)
  }

  private mutating func call<Names: NameResolver>(
    _ builtIn: BuiltIn, _ call: CallSyntax, _ names: inout Names
  ) -> Value {
    let lambda = call.arguments.last.flatMap(LambdaSyntax.init)
    guard builtIn.arguments.contains(call.arguments.count),
      lambda == nil || call.arguments.count == 2 || builtIn.lambda == nil
    else {
      report(.argumentCount(builtIn, count: call.arguments.count, at: call.span))
      return .poison
    }
    var inputs: [Input] = []
    for (index, argument) in call.arguments.enumerated() {
      if index == builtIn.lambda, lambda != nil { continue }
      let hint = builtIn.hint(of: index)
      let value = value(of: argument, hint: hint, &names)
      inputs.append(Input(value: value, span: argument.span))
    }
    if inputs.contains(where: \.value.isPoison) { return .poison }
    if let lambda {
      guard builtIn.lambda != nil else {
        report(.misplacedLambda(at: lambda.span))
        return .poison
      }
      guard lambda.parameters.count == 1 else {
        report(.lambdaParameters(builtIn, lambda))
        return .poison
      }
      return apply(builtIn, inputs[0], lambda, call, &names)
    }
    if builtIn.needsLambda {
      report(
        .wrongArgument(
          builtIn, inputs[1].value, wanted: "`x => …` as its second value", at: inputs[1].span))
      return .poison
    }
    if builtIn.operation == .capacity {
      return names.capacity(
        of: inputs[0].value, in: inputs[1].value, at: call.span, in: &self)
    }
    if builtIn.isAggregate {
      return aggregate(builtIn, inputs, call, &names)
    }
    return apply(builtIn, inputs, at: call.span)
  }

  /// An argument and where it stands.
  struct Input {
    var value: Value
    var span: Span
  }

  // MARK: Lambdas

  private mutating func apply<Names: NameResolver>(
    _ builtIn: BuiltIn, _ input: Input, _ lambda: LambdaSyntax, _ call: CallSyntax,
    _ names: inout Names
  ) -> Value {
    let elements = input.value.members ?? [input.value]
    guard input.value.members != nil || input.value != .none else {
      report(.wrongArgument(builtIn, input.value, wanted: "a list", at: input.span))
      return .poison
    }
    if elements.isEmpty {
      let before = diagnostics.count
      names.checkNames(in: lambda.body, ofElementsOf: nil, lambda.parameters, in: &self)
      if diagnostics.count > before { return .poison }
    }
    var results: [Value] = []
    for element in elements {
      names.locals.bind(lambda.parameters[0], to: element)
      let result = value(of: lambda.body, hint: nil, &names)
      names.locals.unbind(1)
      if result.isPoison { return .poison }
      if builtIn.takesCondition, truth(of: result, at: lambda.body.span) == nil { return .poison }
      results.append(result)
    }
    switch builtIn.operation {
    case .map: return list(results, at: call.span)
    case .filter:
      return list(
        zip(elements, results).filter { $1 == .boolean(true) }.map(\.0), at: call.span)
    case .all: return .boolean(results.allSatisfy { $0 == .boolean(true) })
    case .any: return .boolean(results.contains(.boolean(true)))
    case .count: return .number(Rational(Int64(results.count { $0 == .boolean(true) })))
    case .minBy, .maxBy:
      return extreme(
        of: elements, by: results, isLargest: builtIn.operation == .maxBy, at: lambda.body.span)
    default:
      return aggregate(
        builtIn, results, at: lambda.body.span, in: call.span, type: type(of: lambda.body, names))
    }
  }

  private mutating func extreme(
    of elements: [Value], by keys: [Value], isLargest: Bool, at span: Span
  ) -> Value {
    var best: Int?
    for index in keys.indices where keys[index] != .none {
      guard let champion = best else {
        best = index
        continue
      }
      guard let order = ordering(keys[index], keys[champion], at: span) else { return .poison }
      if order == (isLargest ? .larger : .smaller) { best = index }
    }
    return best.map { elements[$0] } ?? .none
  }
}

extension LambdaSyntax {
  fileprivate init?(_ expression: Expression) {
    guard case .lambda(let lambda) = expression else { return nil }
    self = lambda
  }
}

extension BuiltIn {
  fileprivate var isAggregate: Bool {
    [.count, .sum, .mean, .median, .min, .max].contains(operation)
  }

  fileprivate var needsLambda: Bool {
    [.map, .filter, .all, .any, .minBy, .maxBy].contains(operation)
  }

  fileprivate var takesCondition: Bool { [.filter, .all, .any, .count].contains(operation) }

  /// What kind of words an argument may be.
  fileprivate func hint(of index: Int) -> ValueType? {
    operation == .level ? .symbol(of: Vocabulary.levels) : nil
  }
}
