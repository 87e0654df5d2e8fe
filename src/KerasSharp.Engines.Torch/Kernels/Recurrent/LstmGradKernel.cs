using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Recurrent;

/// <summary>
/// Back-propagation through time of the LSTM: step by step the gates' gradients, then one matrix product each for the gradients of x, kernel
/// and recurrent kernel.
/// </summary>
internal sealed unsafe class LstmGradKernel
{
    private const int Grain = 8;

    private readonly Slot[] inputs;
    private readonly Slot[] outputs;
    private readonly Slot dz;
    private readonly int time,
        batch,
        features,
        units;
    private readonly bool reverse;
    private readonly Action<long, long> body;

    public LstmGradKernel(KernelContext context)
    {
        inputs = [.. Enumerable.Range(0, context.InputCount).Select(context.Input)];
        outputs = [.. Enumerable.Range(0, context.OutputCount).Select(context.Output)];
        (time, batch, features) = ((int)inputs[0].Shape[0], (int)inputs[0].Shape[1], (int)inputs[0].Shape[2]);
        units = (int)inputs[1].Shape[1];
        dz = context.Scratch((long)time * batch * 4 * units * sizeof(float));
        reverse = context.Attr<bool>("reverse");
        body = RunRows;
    }

    public void Run()
    {
        Threads.For(batch, Grain, body);
        int n = 4 * units;
        int rows = time * batch;
        float* gradients = (float*)dz.Pointer;
        Blas.Gemm(false, true, rows, features, n, 1, gradients, n, Input(3), n, 0, Output(0), features);
        Blas.Gemm(true, false, features, n, rows, 1, Input(0), features, gradients, n, 0, Output(3), n);
        RecurrentGradient(gradients, n);
        BiasGradient(gradients, n, rows);
    }

    private float* Input(int index) => (float*)inputs[index].Pointer;

    private float* Output(int index) => (float*)outputs[index].Pointer;

    private void RunRows(long begin, long end)
    {
        int rows = (int)(end - begin);
        int n = 4 * units;
        float* dh = Output(1) + begin * units;
        float* dc = Output(2) + begin * units;
        new Span<float>(dh, rows * units).Clear();
        new Span<float>(dc, rows * units).Clear();
        for (int step = time - 1; step >= 0; step--)
        {
            long row = (long)At(step) * batch + begin;
            float* previousC = step == 0 ? Input(2) + begin * units : Input(6) + ((long)At(step - 1) * batch + begin) * units;
            float* z = (float*)dz.Pointer + row * n;
            for (int i = 0; i < rows; i++)
                LstmCell.Backward(
                    Input(7) + (row + i) * n,
                    Input(6) + (row + i) * units,
                    previousC + i * units,
                    Input(8) + (row + i) * units,
                    dh + i * units,
                    Input(9) + (row + i) * units,
                    dc + i * units,
                    z + i * n,
                    units
                );
            Blas.Gemm(false, true, rows, units, n, 1, z, n, Input(4), n, 0, dh, units);
        }
    }

    /// <summary>The products of each step's gradients with the output of the step before it.</summary>
    private void RecurrentGradient(float* gradients, int n)
    {
        long firstRow = (long)At(0) * batch;
        Blas.Gemm(true, false, units, n, batch, 1, Input(1), units, gradients + firstRow * n, n, 0, Output(4), n);
        if (time == 1)
            return;
        float* previous = Input(5) + (reverse ? (long)batch * units : 0);
        float* later = gradients + (reverse ? 0 : (long)batch * n);
        Blas.Gemm(true, false, units, n, (time - 1) * batch, 1, previous, units, later, n, 1, Output(4), n);
    }

    private void BiasGradient(float* gradients, int n, int rows)
    {
        var sum = new Span<float>(Output(5), n);
        sum.Clear();
        for (int row = 0; row < rows; row++)
            TensorPrimitives.Add(sum, new ReadOnlySpan<float>(gradients + (long)row * n, n), sum);
    }

    /// <summary>The entry of the sequence that a step works on.</summary>
    private int At(int step) => reverse ? time - 1 - step : step;
}
