package no.segl.app.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API answers in JSON and in nothing else, whatever a library beside Segl could also write. */
@Configuration(proxyBeanMethods = false)
class JsonAlone implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(all ->
                all.removeIf(one ->
                        one.getSupportedMediaTypes().stream()
                                .anyMatch(type -> type.getSubtype().endsWith("xml"))));
    }
}
