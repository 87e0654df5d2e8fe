using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp;

/// <summary>A compiled step: batches in, logs and outputs out, one run of the engine.</summary>
internal sealed class StepFunction(IExecutable executable, string[] logNames, Variable[] state) : IDisposable
{
    private readonly NDArray[] zeros = [.. state.Select(variable => TensorValue.Filled(variable.Shape, 0, variable.DType).ToNDArray())];

    /// <summary>Runs one batch.</summary>
    /// <param name="inputs">Inputs, targets and weights, in the order of the step's placeholders.</param>
    /// <param name="logs">Takes the running values of losses and metrics.</param>
    /// <returns>What else the step computes.</returns>
    public NDArray[] Run(NDArray[] inputs, Logs logs)
    {
        var results = executable.Run(inputs);
        for (int i = 0; i < logNames.Length; i++)
            logs[logNames[i]] = Convert.ToDouble(results[i].GetAtIndex(0), System.Globalization.CultureInfo.InvariantCulture);
        return results[logNames.Length..];
    }

    /// <summary>Forgets what losses and metrics have gathered.</summary>
    public void Reset()
    {
        for (int i = 0; i < state.Length; i++)
            state[i].SetValue(zeros[i]);
    }

    public void Dispose() => executable.Dispose();
}
