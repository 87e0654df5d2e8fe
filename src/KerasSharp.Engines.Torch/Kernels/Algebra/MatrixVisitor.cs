using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Calls a function of double matrices for each matrix of a stack.</summary>
internal sealed unsafe class MatrixVisitor(KernelContext context, long batch, Action<double[][], double[][]> function) : IFloatVisitor
{
    private readonly Slot[] inputs = [.. Enumerable.Range(0, context.InputCount).Select(context.Input)];
    private readonly Slot[] outputs = [.. Enumerable.Range(0, context.OutputCount).Select(context.Output)];

    Action? IFloatVisitor.Visit<T>()
    {
        if (batch == 0)
            return null;
        double[][] x = [.. inputs.Select(input => new double[input.Count / batch])];
        double[][] y = [.. outputs.Select(output => new double[output.Count / batch])];
        return () =>
        {
            for (long i = 0; i < batch; i++)
            {
                for (int j = 0; j < x.Length; j++)
                for (int at = 0; at < x[j].Length; at++)
                    x[j][at] = double.CreateTruncating(((T*)inputs[j].Pointer)[(i * x[j].Length) + at]);
                function(x, y);
                for (int j = 0; j < y.Length; j++)
                for (int at = 0; at < y[j].Length; at++)
                    ((T*)outputs[j].Pointer)[(i * y[j].Length) + at] = T.CreateTruncating(y[j][at]);
            }
        };
    }
}
