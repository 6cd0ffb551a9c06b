package no.segl.app.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API's own description. It is written by hand, and held to the code by tests. */
@RestController
public final class ApiDescription {

    private static final Resource OPENAPI = new ClassPathResource("api/openapi.yaml");

    @GetMapping("/api/v1/openapi.yaml")
    ResponseEntity<Resource> openapi() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body(OPENAPI);
    }
}
