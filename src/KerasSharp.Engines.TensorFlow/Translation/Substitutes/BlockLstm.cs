using KerasSharp.Gradients;
using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>
/// The fused LSTM and its gradient as TensorFlow's <c>BlockLSTMV2</c> and <c>BlockLSTMGradV2</c>, which walk through a sequence within one kernel: three
/// times as fast as a loop of operations. They have Keras's order of gates; what they lack is a way back, which reversed sequences give, and kernels for
/// anything but float32.
/// </summary>
internal sealed class BlockLstm
{
    private const string WeightInputs = "w: T, wci: T, wcf: T, wco: T, b: T";
    private const string Results = "i: T, cs: T, f: T, o: T, ci: T, co: T, h: T";

    private static readonly OpDefinition Forward = new(
        $"BlockLSTMV2(seq_len_max: int64, x: T, cs_prev: T, h_prev: T, {WeightInputs}) -> {Results} | cell_clip: float = 0.0, use_peephole: bool = false, T: type",
        context => [.. Enumerable.Repeat(context.Shape(1).Slice(0, 2).Concat(context.Shape(2).Slice(1)), 7)]
    );

    private static readonly OpDefinition Backward = new(
        $"BlockLSTMGradV2(seq_len_max: int64, x: T, cs_prev: T, h_prev: T, {WeightInputs}, {Results}, cs_grad: T, h_grad: T) "
            + "-> x_grad: T, cs_prev_grad: T, h_prev_grad: T, w_grad: T, wci_grad: T, wcf_grad: T, wco_grad: T, b_grad: T | use_peephole: bool, T: type",
        context => [.. Enumerable.Range(1, 8).Select(context.Shape)]
    );

    private readonly Dictionary<Operation, Operation> blocks = [];

    /// <summary>What to compute in place of an LSTM's outputs, or in place of those of its gradient; null where TensorFlow has no kernel for it.</summary>
    public IReadOnlyList<Tensor>? For(Operation operation) =>
        operation.Type switch
        {
            "Lstm" when operation.Inputs[0].DType == DType.Float32 => OfLstm(operation),
            "LstmGrad" when operation.Inputs[0].DType == DType.Float32 => OfGradient(operation),
            _ => null,
        };

    private Tensor[] OfLstm(Operation lstm)
    {
        bool reverse = lstm.Attributes.Get<bool>("reverse");
        var (kernel, recurrent, bias) = (lstm.Inputs[3], lstm.Inputs[4], lstm.Inputs[5]);
        var sequence = InOrder(lstm.Inputs[0], reverse);
        var noPeephole = Op.ZerosLike(Op.Slice(bias, Op.Ints(0), Op.Pack([ShapeMath.Length(recurrent, 0)])));
        Tensor[] inputs =
        [
            Op.Cast(ShapeMath.Length(sequence, 0), DType.Int64),
            sequence,
            lstm.Inputs[2],
            lstm.Inputs[1],
            Op.ConcatV2([kernel, recurrent], Op.Int(0)),
            noPeephole,
            noPeephole,
            noPeephole,
            bias,
        ];
        var block = Operation.Create(Forward, inputs, new Attributes(), lstm.Name);
        blocks[lstm] = block;
        var (i, cs, f, o, ci, h) = (
            block.Outputs[0],
            block.Outputs[1],
            block.Outputs[2],
            block.Outputs[3],
            block.Outputs[4],
            block.Outputs[6]
        );
        return [InOrder(h, reverse), InOrder(cs, reverse), InOrder(Op.ConcatV2([i, f, ci, o], Op.Int(2)), reverse)];
    }

    /// <summary>The gradient of an LSTM that became a block in the same graph: it takes the gates from there.</summary>
    private Tensor[]? OfGradient(Operation gradient)
    {
        var lstm = gradient.Inputs[7].Operation;
        if (!blocks.TryGetValue(lstm, out var block) || !IsOf(gradient, lstm))
            return null;
        bool reverse = gradient.Attributes.Get<bool>("reverse");
        var results = Operation
            .Create(
                Backward,
                [.. block.Inputs, .. block.Outputs, InOrder(gradient.Inputs[9], reverse), InOrder(gradient.Inputs[8], reverse)],
                new Attributes { ["use_peephole"] = false },
                gradient.Name
            )
            .Outputs;
        var features = ShapeMath.Length(gradient.Inputs[3], 0);
        var units = ShapeMath.Length(gradient.Inputs[4], 0);
        var weights = Op.SplitV(results[3], Op.Pack([features, units]), Op.Int(0), 2);
        return [InOrder(results[0], reverse), results[2], results[1], weights[0], weights[1], results[7]];
    }

    /// <summary>Whether a gradient is that of the LSTM as it was: the same inputs, outputs and direction.</summary>
    private static bool IsOf(Operation gradient, Operation lstm) =>
        gradient.Inputs.Take(5).SequenceEqual(lstm.Inputs.Take(5))
        && gradient.Inputs.Skip(5).Take(3).SequenceEqual(lstm.Outputs)
        && gradient.Attributes.Get<bool>("reverse") == lstm.Attributes.Get<bool>("reverse");

    private static Tensor InOrder(Tensor sequence, bool reverse) => reverse ? Op.ReverseV2(sequence, 0) : sequence;
}
