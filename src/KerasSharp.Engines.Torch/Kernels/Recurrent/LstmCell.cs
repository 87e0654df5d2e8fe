using System.Runtime.Intrinsics;
using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Kernels.Recurrent;

/// <summary>The pointwise part of one LSTM step for one row, sixteen units at a time.</summary>
internal static unsafe class LstmCell
{
    /// <summary>From the gates' sums to their values (in place), the new cell state and the output.</summary>
    public static void Forward(float* z, float* bias, float* previousC, float* c, float* h, int units)
    {
        for (int j = 0; j < units; j += Vector512<float>.Count)
        {
            int count = Math.Min(Vector512<float>.Count, units - j);
            var i = VectorExp.Sigmoid(Load(z + j, count) + Load(bias + j, count));
            var f = VectorExp.Sigmoid(Load(z + units + j, count) + Load(bias + units + j, count));
            var g = VectorExp.Tanh(Load(z + 2 * units + j, count) + Load(bias + 2 * units + j, count));
            var o = VectorExp.Sigmoid(Load(z + 3 * units + j, count) + Load(bias + 3 * units + j, count));
            var cell = f * Load(previousC + j, count) + i * g;
            Store(i, z + j, count);
            Store(f, z + units + j, count);
            Store(g, z + 2 * units + j, count);
            Store(o, z + 3 * units + j, count);
            Store(cell, c + j, count);
            Store(o * VectorExp.Tanh(cell), h + j, count);
        }
    }

    /// <summary>From the gradients of output and cell state to those of the gates' sums, and the cell state's for the step before (in place).</summary>
    public static void Backward(
        float* gates,
        float* c,
        float* previousC,
        float* dh,
        float* dhNext,
        float* dc,
        float* dcNext,
        float* dz,
        int units
    )
    {
        var one = Vector512<float>.One;
        for (int j = 0; j < units; j += Vector512<float>.Count)
        {
            int count = Math.Min(Vector512<float>.Count, units - j);
            var i = Load(gates + j, count);
            var f = Load(gates + units + j, count);
            var g = Load(gates + 2 * units + j, count);
            var o = Load(gates + 3 * units + j, count);
            var tanh = VectorExp.Tanh(Load(c + j, count));
            var output = Load(dh + j, count) + Load(dhNext + j, count);
            var cell = Load(dc + j, count) + Load(dcNext + j, count) + output * o * (one - tanh * tanh);
            Store(cell * g * i * (one - i), dz + j, count);
            Store(cell * Load(previousC + j, count) * f * (one - f), dz + units + j, count);
            Store(cell * i * (one - g * g), dz + 2 * units + j, count);
            Store(output * tanh * o * (one - o), dz + 3 * units + j, count);
            Store(cell * f, dcNext + j, count);
        }
    }

    private static Vector512<float> Load(float* source, int count) =>
        count == Vector512<float>.Count ? Vector512.Load(source) : VectorMap.LoadRest(source, count);

    private static void Store(Vector512<float> vector, float* target, int count)
    {
        if (count == Vector512<float>.Count)
            vector.Store(target);
        else
            vector.StoreRest(target, count);
    }
}
