using System.Runtime.CompilerServices;
using KerasSharp.Engines.TensorFlow.Tests.Running;
using KerasSharp.Layers;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Tests.Memory;

/// <summary>Nothing native is left behind: the process's memory stays flat once it is warm.</summary>
[NonParallelizable]
public sealed class MemoryTests
{
    private const double Megabyte = 1 << 20;

    [Test]
    public void FunctionsThatAreDisposed() =>
        AssertFlat(
            warmUp: 200,
            count: 500,
            i =>
            {
                using var function = Compile(i);
                function.Run([Arrays.Filled(Shape.Of(3, 8), 1)]);
            }
        );

    [Test]
    public void FunctionsThatAreDropped() => AssertFlat(warmUp: 200, count: 500, i => Compile(i).Run([Arrays.Filled(Shape.Of(3, 8), 1)]));

    [Test]
    public void ModelsThatAreTrainedAndDropped()
    {
        var (x, y) = (Arrays.Filled(Shape.Of(16, 8), 1), Arrays.Filled(Shape.Of(16, 1), 1));
        AssertFlat(
            warmUp: 200,
            count: 500,
            _ =>
            {
                var model = new Sequential { Keras.Input([8]), new Dense(16, activation: "relu"), new Dense(1) };
                model.Compile(optimizer: "rmsprop", loss: "mse");
                model.TrainOnBatch(x, y);
            }
        );
    }

    [Test]
    public void Runs()
    {
        var variable = Arrays.Variable(Shape.Of(8), 1);
        var input = Op.Placeholder(DType.Float32, Shape.Of(-1, 8));
        using var function = TheEngine.Current.Compile([input], [input * variable.Read()], [(variable, variable.Read() + 1)]);
        var value = Arrays.Filled(Shape.Of(500, 8), 1);
        AssertFlat(warmUp: 2_000, count: 10_000, _ => function.Run([value]));
    }

    /// <summary>TensorFlow itself keeps something of each error, in Python too; the arrays that a failed run was given must go.</summary>
    [Test]
    public void RunsThatFail()
    {
        TheEngine.Require();
        var (table, index) = (Op.Placeholder(DType.Float32, Shape.Of(-1)), Op.Placeholder(DType.Int32, Shape.Of(1)));
        using var function = TheEngine.Current.Compile([table, index], [Op.GatherV2(table, index, Op.Int(0))], []);
        var given = new List<WeakReference>();
        Repeat(
            200,
            _ =>
            {
                var value = Arrays.Filled(Shape.Of(4_000), 1);
                given.Add(new WeakReference(value));
                Assert.Catch(() => function.Run([value, Arrays.Ints(-1)]));
            }
        );
        Collect();
        Assert.That(given.Count(reference => reference.IsAlive), Is.LessThanOrEqualTo(1), "arrays that are still held");
    }

    [Test]
    public void VariablesThatAreDropped() =>
        AssertFlat(
            warmUp: 50,
            count: 300,
            i =>
            {
                var variable = Arrays.Variable(Shape.Of(1 << 18), i);
                TheEngine.Current.GetValue(variable);
            }
        );

    [Test]
    public void VariablesThatAreSet()
    {
        var variable = Arrays.Variable(Shape.Of(1 << 18), 0);
        var value = Arrays.Filled(Shape.Of(1 << 18), 1);
        AssertFlat(warmUp: 100, count: 500, _ => TheEngine.Current.SetValue(variable, value));
    }

    /// <summary>A function with a variable and a loop, which is made of further functions.</summary>
    private static IExecutable Compile(int number)
    {
        var input = Op.Placeholder(DType.Float32, Shape.Of(-1, 8));
        var variable = Arrays.Variable(Shape.Of(8), number);
        var scan = Op.Scan(step => new ScanResult([Op.Tanh(step.States[0] + step.Inputs[0])], []), [input], [variable.Read()]);
        return TheEngine.Current.Compile([input], [scan.FinalStates[0]], [(variable, variable.Read() * 2)]);
    }

    private static void AssertFlat(int warmUp, int count, Action<int> action)
    {
        TheEngine.Require();
        Repeat(warmUp, action);
        double before = Resident();
        Repeat(count, action);
        double growth = Resident() - before;
        TestContext.Out.WriteLine($"{growth:F1} MiB more after {count}");
        Assert.That(growth, Is.LessThan(10), "growth in MiB");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Repeat(int count, Action<int> action)
    {
        for (int i = 0; i < count; i++)
        {
            action(i);
            if (i % 20 == 0)
                Collect();
        }
    }

    private static double Resident()
    {
        Collect();
        return Environment.WorkingSet / Megabyte;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
