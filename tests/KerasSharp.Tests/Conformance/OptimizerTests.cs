using System.Text.Json;
using KerasSharp.Constraints;
using KerasSharp.Ops;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden trajectory of an optimizer: values after each step, slots, counts and learning rates.</summary>
public sealed class OptimizerTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("optimizers");

    [TestCaseSource(nameof(Cases))]
    public void Trajectory(GoldenCase golden)
    {
        var className = golden.Json.GetProperty("class").GetString()!;
        if (!KerasObjects.Names<Optimizer>().Contains(className))
            NotYet.Report(className);
        var config = Config.Parse(golden.Json.GetProperty("optimizer").GetRawText());
        if (((Config)config["config"]!)["learning_rate"] is Config)
            NotYet.Report($"{className} with a learning-rate schedule");
        Run(golden, KerasObjects.Deserialize<Optimizer>(config)!);
    }

    private static void Run(GoldenCase golden, Optimizer optimizer)
    {
        var described = golden.Json.GetProperty("variables").EnumerateArray().ToList();
        var variables = described.Select((item, i) => Make(golden, item, i)).ToList();
        var gradients = variables.Select(variable => Op.Placeholder(variable.DType, variable.Shape)).ToList();
        using var step = K.Function(gradients, [], optimizer.Apply([.. variables.Zip(gradients)], Constraints(described, variables)));
        for (int t = 0; t < golden.Json.GetProperty("steps").GetInt32(); t++)
        {
            if (golden.Json.TryGetProperty("set_learning_rate", out var rates) && rates.TryGetProperty($"{t}", out var rate))
                optimizer.LearningRate = rate.GetDouble();
            step.Run([.. variables.Select((_, i) => (object)Gradient(golden, i, t, variables[i].Shape))]);
            for (int i = 0; i < variables.Count; i++)
                Check(golden, $"value_{i}", t, variables[i]);
            var expected = golden.Json.GetProperty("per_step")[t];
            Assert.That(optimizer.Iterations, Is.EqualTo(expected.GetProperty("iterations").GetInt64()));
            Assert.That(optimizer.LearningRate, Is.EqualTo(expected.GetProperty("learning_rate_after").GetDouble()).Within(1e-7));
        }
        CheckSlots(golden, optimizer);
        CheckAverages(golden, optimizer);
    }

    private static Variable Make(GoldenCase golden, JsonElement item, int index) =>
        new(item.GetProperty("path").GetString()!, Op.Constant(golden.Array($"variable_{index}").ToNDArray()));

    private static Dictionary<Variable, Constraint> Constraints(List<JsonElement> described, List<Variable> variables)
    {
        var constraints = new Dictionary<Variable, Constraint>();
        for (int i = 0; i < variables.Count; i++)
            if (described[i].TryGetProperty("constraint", out var json) && json.ValueKind == JsonValueKind.Object)
                constraints[variables[i]] = KerasObjects.Deserialize<Constraint>(Config.Parse(json.GetRawText()))!;
        return constraints;
    }

    private static NumSharp.NDArray Gradient(GoldenCase golden, int index, int t, Shape shape)
    {
        if (!golden.Has($"gradient_values_{index}"))
            return At(golden, $"gradient_{index}", t);
        var rows = At(golden, $"gradient_indices_{index}", t).astype(typeof(long)).ToArray<long>();
        var values = At(golden, $"gradient_values_{index}", t).ToArray<float>();
        var dense = new float[shape.Size];
        int width = values.Length / rows.Length;
        for (int row = 0; row < rows.Length; row++)
        for (int i = 0; i < width; i++)
            dense[rows[row] * width + i] += values[row * width + i];
        return new NumSharp.NDArray(dense).reshape(shape.ToArray());
    }

    private static NumSharp.NDArray At(GoldenCase golden, string name, int t) => golden.Array(name).ToNDArray()[$"{t}"].copy();

    private static void Check(GoldenCase golden, string name, int t, Variable variable)
    {
        var expected = At(golden, name, t).ToArray<float>();
        var actual = variable.GetValue().ToArray<float>();
        for (int i = 0; i < expected.Length; i++)
            if (
                !expected[i].Equals(actual[i])
                && !(
                    Math.Abs(expected[i] - actual[i])
                    <= golden.AbsoluteTolerance(1e-4) + golden.RelativeTolerance(1e-3) * Math.Abs(expected[i])
                )
            )
                Assert.Fail($"{golden} {name} after step {t}, element {i}: expected {expected[i]:R}, got {actual[i]:R}.");
    }

    private static void CheckSlots(GoldenCase golden, Optimizer optimizer)
    {
        var slots = golden.Json.GetProperty("slots").EnumerateArray().Select(slot => slot.GetProperty("path").GetString()).ToList();
        Assert.That(optimizer.Variables.Select(variable => variable.Path).ToList(), Is.EqualTo(slots));
        for (int k = 0; k < slots.Count; k++)
            Closeness.AssertClose(
                golden.Array($"slot_{k}"),
                optimizer.Variables[k].GetValue(),
                golden.RelativeTolerance(1e-3),
                golden.AbsoluteTolerance(1e-4),
                $"{golden} {slots[k]}"
            );
    }

    private static void CheckAverages(GoldenCase golden, Optimizer optimizer)
    {
        foreach (var ((_, average), i) in optimizer.Averages.Select((pair, i) => (pair, i)))
            Closeness.AssertClose(
                golden.Array($"final_{i}"),
                average.GetValue(),
                golden.RelativeTolerance(1e-3),
                golden.AbsoluteTolerance(1e-4),
                $"{golden} final_{i}"
            );
    }
}
