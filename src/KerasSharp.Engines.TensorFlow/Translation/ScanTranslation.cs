using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.TensorFlow.Translation;

/// <summary>
/// A scan as TensorFlow's <c>While</c>. The loop carries the step's number, the length, the states, a tensor list for each result that is stacked, and
/// unchanged the sequences and constants. It runs as a loop over two functions: turned into a graph with switches, as TensorFlow does if told to, it is
/// slower, because each value that is carried then costs nodes of its own at every step.
/// </summary>
internal sealed class ScanTranslation
{
    // TF_VARIANT, the type of a tensor list; it never leaves TensorFlow's graph.
    private const int Variant = 21;

    private readonly Operation scan;
    private readonly GraphFunction body;
    private readonly int sequences;
    private readonly int states;
    private readonly bool reverse;

    private ScanTranslation(Operation scan)
    {
        this.scan = scan;
        body = scan.Attributes.Get<GraphFunction>("body");
        sequences = (int)scan.Attributes.Get<long>("sequences");
        states = (int)scan.Attributes.Get<long>("states");
        reverse = scan.Attributes.Get<bool>("reverse");
    }

    private int Stacked => body.Outputs.Count;

    /// <summary>The types of what the loop carries.</summary>
    private int[] Types =>
        [
            (int)DType.Int32,
            (int)DType.Int32,
            .. scan.Inputs.Skip(sequences).Take(states).Select(state => (int)state.DType),
            .. Enumerable.Repeat(Variant, Stacked),
            .. scan.Inputs.Take(sequences).Concat(scan.Inputs.Skip(sequences + states)).Select(input => (int)input.DType),
        ];

    /// <summary>Adds the loop.</summary>
    /// <param name="target">The graph it goes into.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="inputs">TensorFlow's tensors for its inputs.</param>
    /// <returns>TensorFlow's tensors for its outputs.</returns>
    public static GraphOutput[] Add(GraphTranslator target, Operation scan, GraphOutput[] inputs) =>
        new ScanTranslation(scan).AddLoop(target, inputs);

    private GraphOutput[] AddLoop(GraphTranslator target, GraphOutput[] inputs)
    {
        var condition = Register(target, MakeCondition());
        var step = Register(target, MakeStep(target));
        var time = Length(target, inputs[0]);
        GraphOutput[] initial =
        [
            Constant(target, 0),
            time,
            .. inputs.Skip(sequences).Take(states),
            .. Enumerable.Range(0, Stacked).Select(i => Reserve(target, i, time)),
            .. inputs.Take(sequences).Concat(inputs.Skip(sequences + states)),
        ];
        nint loop = target
            .Node("StatelessWhile", scan.Name)
            .Inputs(initial)
            .WithTypes("T", Types)
            .WithFunction("cond", condition)
            .WithFunction("body", step)
            .With("parallel_iterations", 10L)
            .Finish();
        var final = Enumerable.Range(0, states).Select(i => new GraphOutput(loop, 2 + i));
        var stacked = Enumerable.Range(0, Stacked).Select(i => Stack(target, new GraphOutput(loop, 2 + states + i), i));
        return [.. final, .. stacked];
    }

    private GraphFunctionHandle MakeCondition()
    {
        using var graph = new GraphTranslator();
        var carried = Carried(graph);
        nint less = graph.Node("Less", "continue").Input(carried[0]).Input(carried[1]).With("T", DType.Int32).Finish();
        return GraphFunctionHandle.Create(graph.Graph, "scan_condition", carried, [new GraphOutput(less, 0)], []);
    }

    private GraphFunctionHandle MakeStep(GraphTranslator target)
    {
        using var graph = new GraphTranslator(target.MayBeEmpty);
        var carried = Carried(graph);
        var (number, time) = (carried[0], carried[1]);
        var lists = carried.AsSpan(2 + states, Stacked).ToArray();
        var fixedInputs = carried[(2 + states + Stacked)..];
        var next = Binary(graph, "AddV2", number, Constant(graph, 1));
        var at = reverse ? Binary(graph, "Sub", time, next) : number;
        GraphOutput[] arguments =
        [
            .. Enumerable.Range(0, sequences).Select(i => Entry(graph, fixedInputs[i], scan.Inputs[i].DType, at)),
            .. carried.Skip(2).Take(states),
            .. fixedInputs.Skip(sequences),
        ];
        graph.Bind(body.Inputs, arguments);
        var results = graph.Translate(body.Outputs);
        target.Functions.AddRange(graph.TakeFunctions());
        var written = lists.Select((list, i) => Write(graph, list, at, results[i], body.Outputs[i].DType));
        return GraphFunctionHandle.Create(
            graph.Graph,
            "scan_step",
            carried,
            [next, time, .. results.Take(states), .. written, .. fixedInputs],
            []
        );
    }

    private GraphOutput[] Carried(GraphTranslator graph) =>
        [
            .. Types.Select(
                (type, i) =>
                    new GraphOutput(
                        graph.Node("Placeholder", $"carried{i}").WithType("dtype", type).With("shape", CarriedShape(i)).Finish(),
                        0
                    )
            ),
        ];

    /// <summary>What is known of the shape of what the loop carries.</summary>
    private Shape CarriedShape(int index)
    {
        if (index < 2 || (index >= 2 + states && index < 2 + states + Stacked))
            return Shape.Scalar;
        return index < 2 + states ? scan.Inputs[sequences + index - 2].Shape
            : index < 2 + states + Stacked + sequences ? scan.Inputs[index - 2 - states - Stacked].Shape
            : scan.Inputs[index - 2 - Stacked].Shape;
    }

    private static string Register(GraphTranslator target, GraphFunctionHandle function)
    {
        target.Functions.Add(function);
        function.CopyTo(target.Graph);
        return function.Name;
    }

    private static GraphOutput Length(GraphTranslator graph, GraphOutput sequence)
    {
        nint shape = graph.Node("Shape", "shape").Input(sequence).With("out_type", DType.Int32).Finish();
        return Entry(graph, new GraphOutput(shape, 0), DType.Int32, Constant(graph, 0));
    }

    private static GraphOutput Entry(GraphTranslator graph, GraphOutput sequence, DType dtype, GraphOutput at) =>
        new(
            graph
                .Node("GatherV2", "entry")
                .Input(sequence)
                .Input(at)
                .Input(Constant(graph, 0))
                .With("Tparams", dtype)
                .With("Tindices", DType.Int32)
                .With("Taxis", DType.Int32)
                .Finish(),
            0
        );

    private GraphOutput Reserve(GraphTranslator graph, int result, GraphOutput time) =>
        new(
            graph
                .Node("TensorListReserve", "reserve")
                .Input(ElementShape(graph, result))
                .Input(time)
                .With("element_dtype", body.Outputs[result].DType)
                .With("shape_type", DType.Int32)
                .Finish(),
            0
        );

    private static GraphOutput Write(GraphTranslator graph, GraphOutput list, GraphOutput at, GraphOutput value, DType dtype) =>
        new(graph.Node("TensorListSetItem", "write").Input(list).Input(at).Input(value).With("element_dtype", dtype).Finish(), 0);

    private GraphOutput Stack(GraphTranslator graph, GraphOutput list, int result) =>
        new(
            graph
                .Node("TensorListStack", "stack")
                .Input(list)
                .Input(ElementShape(graph, result))
                .With("element_dtype", body.Outputs[result].DType)
                .Finish(),
            0
        );

    /// <summary>What is known of the shape of a list's elements.</summary>
    private GraphOutput ElementShape(GraphTranslator graph, int result)
    {
        var shape = scan.Outputs[states + result].Shape;
        var value = shape.HasRank
            ? TensorValue.From<int>(Shape.Of(shape.Rank - 1), [.. shape.Slice(1).ToArray().Select(length => (int)length)])
            : TensorValue.Scalar(-1, DType.Int32);
        return Constant(graph, value);
    }

    private static GraphOutput Binary(GraphTranslator graph, string type, GraphOutput left, GraphOutput right) =>
        new(graph.Node(type, type).Input(left).Input(right).With("T", DType.Int32).Finish(), 0);

    private static GraphOutput Constant(GraphTranslator graph, int value) => Constant(graph, TensorValue.Scalar(value, DType.Int32));

    private static GraphOutput Constant(GraphTranslator graph, TensorValue value)
    {
        using var tensor = HostTensors.Copy(value);
        return new GraphOutput(graph.Node("Const", "const").With("dtype", value.DType).With("value", tensor).Finish(), 0);
    }
}
