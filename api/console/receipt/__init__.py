"""What is read together with the person, what they agree to, and the paper that they take away."""
