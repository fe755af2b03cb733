# Noting time: how one sentence becomes an exchange to confirm.

refusal-duration-unsure = I am not sure of the length. Write it alone, for instance 2h30.
refusal-duration-twice = You wrote { $duration } twice. How long was it in all?
refusal-day-two = I read several days. Note each day by itself, for instance: 2h on Tuesday
