package citation

import "vnlex/extractors/agency"

// local reports whether the issuer of c names another body in every place.
func (c *Citation) local() bool { return agency.IssuerOf(c.Orgs[0]).Local }
