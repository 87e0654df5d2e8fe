using KerasSharp.Formats.Protobuf;
using ArgDef = KerasSharp.Formats.Protobuf.OpDef.Types.ArgDef;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>
/// A function as Python calls it: around the one that computes, with inputs and outputs in the order in which TensorFlow flattens Python's arguments and
/// results. That order is the names' where they are a dictionary.
/// </summary>
internal sealed class ConcreteFunction
{
    private readonly FunctionToSave function;
    private readonly (TensorSpec Spec, int Index)[] inputs;
    private readonly (TensorSpec Spec, int Index)[] outputs;

    private ConcreteFunction(
        string name,
        FunctionToSave function,
        IEnumerable<(TensorSpec, int)> inputs,
        IEnumerable<(TensorSpec, int)> outputs
    )
    {
        (Name, this.function) = (name, function);
        (this.inputs, this.outputs) = ([.. inputs], [.. outputs]);
    }

    /// <summary>Its name in the library.</summary>
    public string Name { get; }

    /// <summary>What it takes, in order.</summary>
    public IEnumerable<TensorSpec> Inputs => inputs.Select(input => input.Spec);

    /// <summary>What it gives, in order.</summary>
    public IEnumerable<TensorSpec> Outputs => outputs.Select(output => output.Spec);

    /// <summary>Whether results of an attribute are by name; those of a signature always are.</summary>
    public bool ReturnsDictionary => function.ReturnsDictionary;

    /// <summary>The variables whose handles it takes after the inputs.</summary>
    public IReadOnlyList<VariableToSave> Variables => function.Variables;

    /// <summary>The types of its arguments.</summary>
    public IEnumerable<DType> ArgumentTypes => Inputs.Select(input => input.DType).Concat(Variables.Select(_ => DType.Resource));

    /// <summary>That which is an attribute of the model: its arguments have places.</summary>
    public static ConcreteFunction OfAttribute(FunctionToSave function) =>
        new(
            $"__inference_{function.Name}",
            function,
            Indexed(function.Inputs),
            function.ReturnsDictionary ? Sorted(function.Outputs) : Indexed(function.Outputs)
        );

    /// <summary>That of a signature: its arguments and results have names.</summary>
    /// <param name="function">The function.</param>
    /// <param name="signature">The signature's name.</param>
    public static ConcreteFunction OfSignature(FunctionToSave function, string signature) =>
        new(
            $"__inference_signature_wrapper_{signature}",
            function,
            Sorted(function.Inputs.Select(input => input with { Name = PythonName.Of(input.Name) })),
            Sorted(function.Outputs)
        );

    /// <summary>The function for the graph's library.</summary>
    public FunctionDef ToProto()
    {
        var arguments = inputs.Select((_, i) => $"input_{i}").Concat(Variables.Select((_, i) => $"variable_{i}")).ToArray();
        var results = outputs.Select((_, i) => $"output_{i}").ToArray();
        var nodes = new Nodes();
        var given = inputs.Zip(arguments).OrderBy(input => input.First.Index).ToArray();
        var call = nodes.AddCall(
            function.FunctionName,
            [.. given.Select(input => input.Second), .. arguments[inputs.Length..]],
            [.. given.Select(input => input.First.Spec.DType), .. Variables.Select(_ => DType.Resource)],
            function.Outputs.Select(output => output.DType)
        );
        var message = new FunctionDef
        {
            Signature = new OpDef
            {
                Name = Name,
                InputArg = { arguments.Zip(ArgumentTypes, Argument) },
                OutputArg = { results.Zip(Outputs.Select(output => output.DType), Argument) },
                IsStateful = true,
                ControlOutput = { call },
            },
            NodeDef = { nodes.All },
        };
        message.ControlRet.Add(call, call);
        foreach (var (result, output) in results.Zip(outputs))
            message.Ret.Add(result, $"{call}:output:{output.Index}");
        return message;
    }

    private static ArgDef Argument(string name, DType dtype) => new() { Name = name, Type = (DataType)dtype };

    private static IEnumerable<(TensorSpec Spec, int Index)> Indexed(IEnumerable<TensorSpec> specs) => specs.Select((spec, i) => (spec, i));

    private static IEnumerable<(TensorSpec, int)> Sorted(IEnumerable<TensorSpec> specs) =>
        Indexed(specs).OrderBy(entry => entry.Spec.Name, StringComparer.Ordinal);
}
