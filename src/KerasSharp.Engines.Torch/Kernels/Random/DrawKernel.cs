using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>Fills elements begin to before end of an output, whose memory begins at <paramref name="target"/>.</summary>
internal delegate void DrawFill(in Philox generator, nint target, long begin, long end);

/// <summary>Ops that fill their output with draws. Every element's place in the stream is known, so threads share the work.</summary>
internal static class DrawKernel
{
    private const long Grain = 1 << 13;

    /// <summary>Binds an op to the function that makes its draws for a type.</summary>
    public static Action? Bind(KernelContext context, Func<DType, DrawFill?> fill)
    {
        var output = context.Output();
        var draw =
            fill(output.DType)
            ?? throw new NotSupportedException($"{context.Operation.Name}: {context.Operation.Type} cannot draw {output.DType.Name()}.");
        var source = new PhiloxSource(context, 1, !context.Operation.Type.EndsWith("V2", StringComparison.Ordinal));
        return output.Count == 0 ? null : new Step(source, draw, output).Run;
    }

    private sealed class Step
    {
        private readonly PhiloxSource source;
        private readonly DrawFill draw;
        private readonly Slot output;
        private readonly Action<long, long> body;
        private Philox generator;

        public Step(PhiloxSource source, DrawFill draw, Slot output)
        {
            (this.source, this.draw, this.output) = (source, draw, output);
            body = (begin, end) => this.draw(generator, this.output.Pointer, begin, end);
        }

        public void Run()
        {
            generator = source.Read();
            Threads.For(output.Count, Grain, body);
        }
    }
}
