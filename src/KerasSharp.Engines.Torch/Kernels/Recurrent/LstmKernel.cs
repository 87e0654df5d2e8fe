using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Recurrent;

/// <summary>
/// The LSTM over a sequence: one matrix product for all input projections, then step by step a product with the recurrent kernel and a fused
/// pointwise step. Each thread takes a part of the batch through all steps, so threads never wait for each other.
/// </summary>
internal sealed unsafe class LstmKernel
{
    /// <summary>The fewest rows of a batch worth a thread.</summary>
    private const int Grain = 8;

    private readonly Slot x,
        h0,
        c0,
        kernel,
        recurrent,
        bias,
        h,
        c,
        gates;
    private readonly int time,
        batch,
        features,
        units;
    private readonly bool reverse;
    private readonly Action<long, long> body;

    public LstmKernel(KernelContext context)
    {
        (x, h0, c0, kernel, recurrent, bias) = (
            context.Input(0),
            context.Input(1),
            context.Input(2),
            context.Input(3),
            context.Input(4),
            context.Input(5)
        );
        (h, c, gates) = (context.Output(0), context.Output(1), context.Output(2));
        (time, batch, features) = ((int)x.Shape[0], (int)x.Shape[1], (int)x.Shape[2]);
        units = (int)h0.Shape[1];
        reverse = context.Attr<bool>("reverse");
        body = RunRows;
    }

    public void Run()
    {
        int n = 4 * units;
        Blas.Gemm(
            false,
            false,
            time * batch,
            n,
            features,
            1,
            (float*)x.Pointer,
            features,
            (float*)kernel.Pointer,
            n,
            0,
            (float*)gates.Pointer,
            n
        );
        Threads.For(batch, Grain, body);
    }

    private void RunRows(long begin, long end)
    {
        int rows = (int)(end - begin);
        int n = 4 * units;
        float* previousH = (float*)h0.Pointer + begin * units;
        float* previousC = (float*)c0.Pointer + begin * units;
        for (int step = 0; step < time; step++)
        {
            long row = (long)(reverse ? time - 1 - step : step) * batch + begin;
            float* z = (float*)gates.Pointer + row * n;
            float* outputH = (float*)h.Pointer + row * units;
            float* outputC = (float*)c.Pointer + row * units;
            Blas.Gemm(false, false, rows, n, units, 1, previousH, units, (float*)recurrent.Pointer, n, 1, z, n);
            for (int i = 0; i < rows; i++)
                LstmCell.Forward(z + i * n, (float*)bias.Pointer, previousC + i * units, outputC + i * units, outputH + i * units, units);
            previousH = outputH;
            previousC = outputC;
        }
    }
}
