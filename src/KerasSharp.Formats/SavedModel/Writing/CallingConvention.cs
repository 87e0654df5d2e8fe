using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>What Python must know to call a function: its arguments and the nesting of what goes in and out.</summary>
internal static class CallingConvention
{
    // Keras's name of the one argument of an endpoint, which is a list where the model has several inputs.
    private const string Argument = "args_0";

    /// <summary>The arguments of a function that is an attribute.</summary>
    public static FunctionSpec OfAttribute(ConcreteFunction function) =>
        new() { Fullargspec = Arguments(Arity(function), []), InputSignature = Structure.Tuple(Positional(function)) };

    /// <summary>The arguments of a signature.</summary>
    public static FunctionSpec OfSignature(ConcreteFunction function) =>
        new() { Fullargspec = Arguments([], function.Inputs.Select(input => input.Name)), InputSignature = Structure.None() };

    /// <summary>One form of a function that is an attribute.</summary>
    /// <param name="function">The function.</param>
    /// <param name="variables">The objects that are its variables.</param>
    public static SavedConcreteFunction FormOfAttribute(ConcreteFunction function, IEnumerable<int> variables) =>
        new()
        {
            BoundInputs = { variables },
            CanonicalizedInputSignature = Structure.Tuple(Structure.Tuple(Positional(function)), Structure.Dictionary([])),
            OutputSignature = function.ReturnsDictionary ? Structure.ByName(function.Outputs) : Structure.OneOrList(function.Outputs),
        };

    /// <summary>The form of a signature.</summary>
    /// <param name="function">The function.</param>
    /// <param name="variables">The objects that are its variables.</param>
    public static SavedConcreteFunction FormOfSignature(ConcreteFunction function, IEnumerable<int> variables) =>
        new()
        {
            BoundInputs = { variables },
            CanonicalizedInputSignature = Structure.Tuple(Structure.Tuple(), Structure.ByName(function.Inputs)),
            OutputSignature = Structure.ByName(function.Outputs),
        };

    private static string[] Arity(ConcreteFunction function) => function.Inputs.Any() ? [Argument] : [];

    private static IEnumerable<StructuredValue> Positional(ConcreteFunction function) =>
        function.Inputs.Any() ? [Structure.OneOrList(function.Inputs)] : [];

    private static StructuredValue Arguments(IEnumerable<string> positional, IEnumerable<string> keywords) =>
        new()
        {
            NamedTupleValue = new NamedTupleValue
            {
                Name = "FullArgSpec",
                Values =
                {
                    Pair("args", Structure.List(positional.Select(Structure.Text))),
                    Pair("varargs", Structure.None()),
                    Pair("varkw", Structure.None()),
                    Pair("defaults", Structure.None()),
                    Pair("kwonlyargs", Structure.List(keywords.Select(Structure.Text))),
                    Pair("kwonlydefaults", Structure.None()),
                    Pair("annotations", Structure.Dictionary([])),
                },
            },
        };

    private static PairValue Pair(string key, StructuredValue value) => new() { Key = key, Value = value };
}
