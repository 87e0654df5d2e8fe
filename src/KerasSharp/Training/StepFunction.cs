using System.Globalization;
using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp;

/// <summary>A compiled step: a batch in, logs out, one run of the engine.</summary>
internal sealed class StepFunction(IExecutable executable, string[] logNames, Variable[] state) : IDisposable
{
    private readonly NDArray[] zeros = [.. state.Select(variable => TensorValue.Filled(variable.Shape, 0, variable.DType).ToNDArray())];

    /// <summary>Runs one batch.</summary>
    /// <param name="arrays">Inputs, targets and weights, in the order of the step's placeholders.</param>
    /// <returns>The running values of losses and metrics.</returns>
    public Logs Run(NDArray[] arrays)
    {
        var results = executable.Run(arrays);
        var logs = new Logs();
        for (int i = 0; i < logNames.Length; i++)
            if (results[i].size == 1)
                logs[logNames[i]] = Convert.ToDouble(results[i].GetAtIndex(0), CultureInfo.InvariantCulture);
            else
                logs.Set(logNames[i], results[i].astype(np.float64).ravel().ToArray<double>());
        return logs;
    }

    /// <summary>Forgets what losses and metrics have gathered.</summary>
    public void Reset()
    {
        for (int i = 0; i < state.Length; i++)
            state[i].SetValue(zeros[i]);
    }

    public void Dispose() => executable.Dispose();
}
