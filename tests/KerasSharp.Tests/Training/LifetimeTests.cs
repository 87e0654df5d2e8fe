using System.Runtime.CompilerServices;
using KerasSharp.Layers;
using KerasSharp.Optimizers;

namespace KerasSharp.Tests.Training;

/// <summary>What a training holds on to: nothing but the model itself.</summary>
public sealed class LifetimeTests
{
    [Test]
    public void AModelThatNobodyHoldsIsCollected()
    {
        var models = Enumerable.Range(0, 4).Select(_ => Trained()).ToArray();
        for (int i = 0; i < 5 && models.Any(model => model.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.That(models.Count(model => model.IsAlive), Is.LessThanOrEqualTo(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Trained()
    {
        var model = new Sequential
        {
            new Dense(4, "relu") { InputShape = [2] },
            new Dense(1),
        };
        model.Compile(new Adam(), "mse", ["mae"]);
        model.Fit(SmallModel.X, SmallModel.Y, verbose: 0, validationData: (SmallModel.X, SmallModel.Y));
        model.Fit(SmallModel.Batches(), verbose: 0);
        model.Predict(SmallModel.X);
        return new WeakReference(model);
    }
}
