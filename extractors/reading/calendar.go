package reading

import "time"

// dayAfter returns the day n days after an ISO date.
func dayAfter(iso string, n int) (string, bool) {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return "", false
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly), true
}
